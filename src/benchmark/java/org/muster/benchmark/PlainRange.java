package org.muster.benchmark;

/** The peer of one interval: the same class on plain doubles, which nobody rounds outward. */
final class PlainRange {
    final double lo;
    final double hi;

    PlainRange(double lo, double hi) {
        this.lo = lo;
        this.hi = hi;
    }

    PlainRange add(PlainRange that) {
        return new PlainRange(lo + that.lo, hi + that.hi);
    }

    PlainRange addWidened(PlainRange that) {
        return new PlainRange(Math.nextDown(lo + that.lo), Math.nextUp(hi + that.hi));
    }

    /** Of ranges that are not negative. */
    PlainRange multiply(PlainRange that) {
        return new PlainRange(lo * that.lo, hi * that.hi);
    }

    PlainRange multiplyWidened(PlainRange that) {
        return new PlainRange(Math.nextDown(lo * that.lo), Math.nextUp(hi * that.hi));
    }

    /** Of ranges that are not negative. */
    PlainRange divide(PlainRange that) {
        return new PlainRange(lo / that.hi, hi / that.lo);
    }

    PlainRange divideWidened(PlainRange that) {
        return new PlainRange(Math.nextDown(lo / that.hi), Math.nextUp(hi / that.lo));
    }
}
