package org.trainingaudit.regime;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Thirty facts of a use as a class, as Drools and hand-written rules want them: ten texts, ten numbers, five answers, five lists. */
@SuppressWarnings("unused") // the getters are called by rules that are compiled at run time
public final class ThirtyFacts {

    public final String s0;
    public final String s1;
    public final String s2;
    public final String s3;
    public final String s4;
    public final String s5;
    public final String s6;
    public final String s7;
    public final String s8;
    public final String s9;
    public final long n0;
    public final long n1;
    public final long n2;
    public final long n3;
    public final long n4;
    public final long n5;
    public final long n6;
    public final long n7;
    public final long n8;
    public final long n9;
    public final boolean b0;
    public final boolean b1;
    public final boolean b2;
    public final boolean b3;
    public final boolean b4;
    public final List<String> l0;
    public final List<String> l1;
    public final List<String> l2;
    public final List<String> l3;
    public final List<String> l4;

    ThirtyFacts(Random random) {
        s0 = RandomRules.word(random);
        s1 = RandomRules.word(random);
        s2 = RandomRules.word(random);
        s3 = RandomRules.word(random);
        s4 = RandomRules.word(random);
        s5 = RandomRules.word(random);
        s6 = RandomRules.word(random);
        s7 = RandomRules.word(random);
        s8 = RandomRules.word(random);
        s9 = RandomRules.word(random);
        n0 = random.nextInt(RandomRules.NUMBERS);
        n1 = random.nextInt(RandomRules.NUMBERS);
        n2 = random.nextInt(RandomRules.NUMBERS);
        n3 = random.nextInt(RandomRules.NUMBERS);
        n4 = random.nextInt(RandomRules.NUMBERS);
        n5 = random.nextInt(RandomRules.NUMBERS);
        n6 = random.nextInt(RandomRules.NUMBERS);
        n7 = random.nextInt(RandomRules.NUMBERS);
        n8 = random.nextInt(RandomRules.NUMBERS);
        n9 = random.nextInt(RandomRules.NUMBERS);
        b0 = random.nextBoolean();
        b1 = random.nextBoolean();
        b2 = random.nextBoolean();
        b3 = random.nextBoolean();
        b4 = random.nextBoolean();
        l0 = words(random);
        l1 = words(random);
        l2 = words(random);
        l3 = words(random);
        l4 = words(random);
    }

    private static List<String> words(Random random) {
        return Stream.generate(() -> RandomRules.word(random))
                .limit(random.nextInt(4))
                .distinct()
                .toList();
    }

    /** The value under its name. */
    Object get(String name) {
        return switch (name) {
            case "s0" -> s0;
            case "s1" -> s1;
            case "s2" -> s2;
            case "s3" -> s3;
            case "s4" -> s4;
            case "s5" -> s5;
            case "s6" -> s6;
            case "s7" -> s7;
            case "s8" -> s8;
            case "s9" -> s9;
            case "n0" -> n0;
            case "n1" -> n1;
            case "n2" -> n2;
            case "n3" -> n3;
            case "n4" -> n4;
            case "n5" -> n5;
            case "n6" -> n6;
            case "n7" -> n7;
            case "n8" -> n8;
            case "n9" -> n9;
            case "b0" -> b0;
            case "b1" -> b1;
            case "b2" -> b2;
            case "b3" -> b3;
            case "b4" -> b4;
            case "l0" -> l0;
            case "l1" -> l1;
            case "l2" -> l2;
            case "l3" -> l3;
            case "l4" -> l4;
            default -> throw new IllegalArgumentException(name);
        };
    }

    public String getS0() {
        return s0;
    }

    public String getS1() {
        return s1;
    }

    public String getS2() {
        return s2;
    }

    public String getS3() {
        return s3;
    }

    public String getS4() {
        return s4;
    }

    public String getS5() {
        return s5;
    }

    public String getS6() {
        return s6;
    }

    public String getS7() {
        return s7;
    }

    public String getS8() {
        return s8;
    }

    public String getS9() {
        return s9;
    }

    public long getN0() {
        return n0;
    }

    public long getN1() {
        return n1;
    }

    public long getN2() {
        return n2;
    }

    public long getN3() {
        return n3;
    }

    public long getN4() {
        return n4;
    }

    public long getN5() {
        return n5;
    }

    public long getN6() {
        return n6;
    }

    public long getN7() {
        return n7;
    }

    public long getN8() {
        return n8;
    }

    public long getN9() {
        return n9;
    }

    public boolean isB0() {
        return b0;
    }

    public boolean isB1() {
        return b1;
    }

    public boolean isB2() {
        return b2;
    }

    public boolean isB3() {
        return b3;
    }

    public boolean isB4() {
        return b4;
    }

    public List<String> getL0() {
        return l0;
    }

    public List<String> getL1() {
        return l1;
    }

    public List<String> getL2() {
        return l2;
    }

    public List<String> getL3() {
        return l3;
    }

    public List<String> getL4() {
        return l4;
    }
}
