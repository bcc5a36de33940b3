package org.trainingaudit.regime;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.trainingaudit.bench.Paired;

/** What explaining costs those who don't ask for it: judging with it at hand and used, and in a world that lacks it. */
final class ExplainBench {

    private static final String WITH = "judged, explaining at hand and used before";
    private static final String WITHOUT = "judged, no class of it there";

    private ExplainBench() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        LongSupplier without = (LongSupplier) new WithoutExplaining()
                .loadClass(ShippedJudging.class.getName())
                .getConstructor()
                .newInstance();
        System.out.println(Paired.inUnitsOf("uses")
                .contender(WITH, ShippedJudging.USES, new ShippedJudging().explaining())
                .contender(WITHOUT, ShippedJudging.USES, without)
                .goal(WITHOUT, 0.95)
                .sameAnswers()
                .rounds(9, 6, 0.4)
                .run()
                .markdown());
    }

    /** The same classes over again, without those that explain. */
    private static final class WithoutExplaining extends ClassLoader {

        private static final Pattern REFUSED =
                Pattern.compile("org\\.trainingaudit\\.regime\\.(Explainer|Explanation|TurnSearch)(\\$.*)?");

        WithoutExplaining() {
            super(ExplainBench.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.trainingaudit.")) {
                return super.loadClass(name, resolve);
            }
            if (REFUSED.matcher(name).matches()) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? copy(name) : known;
        }

        private Class<?> copy(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) throw new ClassNotFoundException(name);
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
