package org.trainingaudit.use;

/** Of which country a place is, as facts name places: {@code US-CA} is in {@code US}. */
public final class Nation {

    private Nation() {}

    /** The country itself, or the one that a state of a federation is in. */
    public static String of(String country) {
        int dash = country.indexOf('-');
        return dash < 0 ? country : country.substring(0, dash);
    }
}
