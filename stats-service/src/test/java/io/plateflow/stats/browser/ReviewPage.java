package io.plateflow.stats.browser;

/** Capturas, the tab of what a person has to look at; nothing here needs a mouse. */
record ReviewPage(Screen screen) {

    /** The queue of one camera. */
    static ReviewPage open(Screen screen, String camera) {
        screen.open("/captures?tab=review&camera=" + camera);
        return new ReviewPage(screen);
    }

    /** One capture alone. */
    static ReviewPage open(Screen screen, Object capture) {
        screen.open("/captures?capture=" + capture);
        return new ReviewPage(screen);
    }

    /** Waits until it is the turn of what was read as {@code plate}, then presses {@code keys}. */
    void decide(String plate, CharSequence... keys) {
        screen.until("the turn of " + plate, now -> plate.equals(now.driver.executeScript("""
                const field = document.activeElement;
                return field.id === 'right' && field.selectionEnd === field.value.length ? field.value : null""")));
        screen.press(keys);
    }

    void awaitNothingLeft() {
        screen.the("#none:not([hidden])");
        screen.awaitText("#none", "Nada por revisar. Buen trabajo.");
    }
}
