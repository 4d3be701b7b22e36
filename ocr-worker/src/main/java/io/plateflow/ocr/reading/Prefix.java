package io.plateflow.ocr.reading;

import io.plateflow.ocr.text.Emissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node in the tree of texts begun; its fields are the search's own, natural logarithms throughout. */
final class Prefix {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    final @Nullable Prefix shorter;
    final int symbol;
    final int length;
    final long open;
    private final @Nullable Prefix[] longer = new Prefix[Emissions.SYMBOLS];

    double endingInBlank = NEVER;
    double endingInSymbol = NEVER;
    double total = NEVER;
    boolean reached;
    private double nextInBlank = NEVER;
    private double nextInSymbol = NEVER;

    private Prefix(@Nullable Prefix shorter, int symbol, int length, long open) {
        this.shorter = shorter;
        this.symbol = symbol;
        this.length = length;
        this.open = open;
    }

    /** The empty text, certain before the first step. */
    static Prefix root(Layouts layouts) {
        Prefix root = new Prefix(null, Emissions.BLANK, 0, layouts.all());
        root.endingInBlank = 0;
        root.total = 0;
        return root;
    }

    boolean allows(int next, Layouts layouts) {
        return longer[next] != null || layouts.extend(open, length, next) != 0;
    }

    Prefix with(int next, Layouts layouts) {
        Prefix child = longer[next];
        if (child == null) {
            child = new Prefix(this, next, length + 1, layouts.extend(open, length, next));
            longer[next] = child;
        }
        return child;
    }

    /** Adds ways to be here after this step. */
    void reach(List<Prefix> all, double inBlank, double inSymbol) {
        if (!reached) {
            reached = true;
            all.add(this);
        }
        nextInBlank = logSum(nextInBlank, inBlank);
        nextInSymbol = logSum(nextInSymbol, inSymbol);
    }

    /** Ends the step. */
    void arrive() {
        endingInBlank = nextInBlank;
        endingInSymbol = nextInSymbol;
        total = logSum(endingInBlank, endingInSymbol);
        nextInBlank = NEVER;
        nextInSymbol = NEVER;
    }

    /** Leaves the beam. */
    void forget() {
        endingInBlank = NEVER;
        endingInSymbol = NEVER;
        total = NEVER;
        reached = false;
    }

    String text() {
        StringBuilder text = new StringBuilder(length);
        for (Prefix p = this; p != null && p.symbol != Emissions.BLANK; p = p.shorter) {
            text.append(Emissions.character(p.symbol));
        }
        return text.reverse().toString();
    }

    private static double logSum(double a, double b) {
        if (a == NEVER || b == NEVER) {
            return Math.max(a, b);
        }
        return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
    }
}
