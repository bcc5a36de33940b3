package org.trainingaudit.detection;

import java.util.HashMap;
import java.util.Map;

/** International bank account numbers: length by country and remainder 1 modulo 97. */
final class Iban {

    private static final Map<String, Integer> LENGTHS = lengths("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29"
            + " BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27"
            + " GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24"
            + " ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18"
            + " SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");

    private Iban() {}

    private static final int LETTERS = 26;

    /** By the country's two letters. */
    private static final byte[] BY_LETTERS = new byte[LETTERS * LETTERS];

    static {
        LENGTHS.forEach((country, length) ->
                BY_LETTERS[LETTERS * (country.charAt(0) - 'A') + country.charAt(1) - 'A'] = length.byteValue());
    }

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (int i = 0; i < table.length(); i += 5) {
            lengths.put(table.substring(i, i + 2), Integer.valueOf(table.substring(i + 2, i + 4)));
        }
        return Map.copyOf(lengths);
    }

    /** The number's length in that country; 0 where it has none. */
    static int length(String country) {
        return LENGTHS.getOrDefault(country, 0);
    }

    /** The same of a country whose letters are small. */
    static int length(char first, char second) {
        boolean letters = first >= 'a' && first <= 'z' && second >= 'a' && second <= 'z';
        return letters ? BY_LETTERS[LETTERS * (first - 'a') + second - 'a'] : 0;
    }

    static boolean isValid(String value) {
        String code = CheckDigits.lettersAndDigits(value);
        if (code.length() < 4 || length(code.substring(0, 2)) != code.length()) {
            return false;
        }
        int remainder = 0;
        for (int i = 0; i < code.length(); i++) {
            int number = Character.digit(code.charAt((i + 4) % code.length()), 36);
            if (number < 0) {
                return false;
            }
            remainder = (remainder * (number > 9 ? 100 : 10) + number) % 97;
        }
        return remainder == 1;
    }
}
