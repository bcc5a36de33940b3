package org.trainingaudit.report;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A piece of HTML. Text and attribute values become HTML here and nowhere else, escaped. */
record Markup(String html) {

    static final Markup NOTHING = new Markup("");

    /** Elements that hold nothing; the shapes of SVG among them have to be closed by themselves. */
    private static final Set<String> VOID = Set.of("br", "rect", "use", "meta");

    /** Text that anybody may have written. Characters that steer the display or can't be shown are shown by number. */
    static Markup text(String text) {
        StringBuilder html = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(c, html));
        return new Markup(html.toString());
    }

    private static void append(int c, StringBuilder html) {
        switch (c) {
            case '&' -> html.append("&amp;");
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            default -> {
                if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                    html.append(String.format("[U+%04X]", c));
                } else {
                    html.appendCodePoint(c);
                }
            }
        }
    }

    /** An element without attributes. */
    static Markup of(String name, Markup... inside) {
        return new Element(name, "").holding(inside);
    }

    /** An element of a class. */
    static Markup of(String name, String cssClass, Markup... inside) {
        return element(name).with("class", cssClass).holding(inside);
    }

    /** An element whose attributes follow. */
    static Element element(String name) {
        return new Element(name, "");
    }

    /** Pieces one after the other. */
    static Markup all(Markup... pieces) {
        return all(Arrays.asList(pieces));
    }

    /** Pieces one after the other. */
    static Markup all(List<Markup> pieces) {
        return new Markup(pieces.stream().map(Markup::html).collect(Collectors.joining()));
    }

    /** This piece on a line of its own. */
    Markup line() {
        return html.isEmpty() ? this : new Markup(html + "\n");
    }

    /** The beginning of an element. */
    record Element(String name, String attributes) {

        Element with(String attribute, String value) {
            return new Element(
                    name, attributes + " " + attribute + "=\"" + text(value).html() + "\"");
        }

        Markup holding(Markup... inside) {
            String start = "<" + name + attributes;
            return new Markup(
                    VOID.contains(name)
                            ? start + "/>"
                            : start + ">" + all(inside).html() + "</" + name + ">");
        }
    }
}
