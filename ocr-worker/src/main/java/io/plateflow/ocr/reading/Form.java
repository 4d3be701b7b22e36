package io.plateflow.ocr.reading;

/** How much a text that fits no layout of the site looks like some country's plate. */
final class Form {
    private Form() {}

    /** 4 to 9 characters with a letter and a digit among them. */
    static boolean plateLike(String text) {
        return text.length() >= 4 && text.length() <= 9 && letters(text) > 0 && digits(text) > 0;
    }

    /** 2 to 8 letters or digits, as custom plates are. */
    static boolean custom(String text) {
        return text.length() >= 2 && text.length() <= 8;
    }

    /** From −3, no plate, to 2.9, as likely as can be told by form alone. */
    static double likeness(String text) {
        int length = text.length();
        if (length < 4 || length > 9) {
            return -3;
        }
        double size = (length >= 5 && length <= 8 ? 1 : 0) + (length >= 6 && length <= 8 ? 0.4 : 0);
        double mix = digits(text) == 0 ? -0.6 : letters(text) == 0 ? -0.5 : 1.2;
        return size + mix + (digits(text) >= 2 ? 0.3 : 0);
    }

    private static long digits(String text) {
        return text.chars().filter(c -> c <= '9').count();
    }

    private static long letters(String text) {
        return text.length() - digits(text);
    }
}
