package org.muster.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.check.Check;
import org.muster.check.Check.Kind;
import org.muster.check.Check.Verdict;
import org.muster.check.KnownParts;
import org.muster.check.PartFigure;
import org.muster.compare.NumberText;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Quantity;
import org.muster.dossier.WholePartRule;
import org.muster.interval.Interval;
import org.muster.plot.SumPlot;
import org.muster.report.PageContext.Figure;
import org.muster.report.PageContext.Link;

/**
 * The sums and bounds of a page: what fails and what may fail each by itself, the others in a table.
 */
final class SumSections {

    private static final int MOST_BLOCKS = 200;
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_TERMS = 12;

    /**
     * A check by itself.
     *
     * @param anchor its id on the page
     * @param heading the quantity and by how much it fails
     * @param sentence what is said of whole and parts
     * @param whole the claims about the whole
     * @param terms its parts, with their claims
     * @param total what the parts come to; empty where they are no sum
     * @param figures its picture, where the gap is great enough, and for the widest failure of a quantity alone
     * @param wholeName what the whole is called
     * @param partsName what the parts are called
     */
    record Block(
            String anchor,
            String heading,
            String sentence,
            List<Link> whole,
            List<Term> terms,
            String total,
            List<Figure> figures,
            String wholeName,
            String partsName) {}

    /**
     * A part of a sum.
     *
     * @param plus whether a sign stands before it
     * @param name what is added
     * @param range its range, where that is more than one claim's number; else empty
     * @param claims the claims
     */
    record Term(boolean plus, String name, String range, List<Link> claims) {}

    /**
     * A check in the table.
     *
     * @param anchor its id on the page
     * @param quantity the whole
     * @param rule the rule
     * @param whole the claims about the whole
     * @param parts what the parts come to
     * @param residual whole − parts
     * @param voices who says it
     * @param verdict the verdict
     */
    record Row(
            String anchor,
            String quantity,
            String rule,
            List<Link> whole,
            String parts,
            String residual,
            String voices,
            String verdict) {}

    private final PageContext page;
    private final Set<Quantity> drawn = new HashSet<>();
    private final List<Block> ofOneVoice = new ArrayList<>();
    private final List<Block> across = new ArrayList<>();
    private final List<Block> mayFail = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int leftOut;

    SumSections(PageContext page) {
        this.page = page;
        for (Check check : page.report.checks().rows()) {
            boolean doubtful = check.isFailed()
                    ? check.kind() == Kind.LOSSES
                    : check.verdict() == Verdict.POSSIBLE
                            && (check.kind() == Kind.BOUND || check.kind() == Kind.LOSSES)
                            && check.parts().range().isCommon();
            if (addOwn(check) && !check.isFailed()) {
                continue;
            }
            List<Block> blocks = doubtful ? mayFail : check.isOfOneVoice() ? ofOneVoice : across;
            boolean isTold =
                    doubtful || check.isFailed() && !(check.kind() == Kind.COPY && page.checks.isRounding(check));
            if (isTold && blocks.size() < MOST_BLOCKS) {
                blocks.add(block(check, doubtful, page.anchors.check(check)));
            } else if (rows.size() < MOST_ROWS) {
                rows.add(row(check));
            } else {
                leftOut++;
            }
        }
    }

    /**
     * Adds what voices say themselves of the parts, where that already exceeds their whole. It takes the place of a check that a
     * part without a figure leaves open.
     */
    private boolean addOwn(Check check) {
        List<Check> own = ofOneVoice.size() < MOST_BLOCKS ? KnownParts.exceeding(check, page.ranges) : List.of();
        if (own.isEmpty()) {
            return false;
        }
        int taken = check.isFailed() ? 1 : 0;
        for (int i = 0; i < own.size(); i++) {
            String anchor = page.anchors.check(check) + (i + taken == 0 ? "" : "-" + (i + taken + 1));
            ofOneVoice.add(block(own.get(i), false, anchor));
        }
        return true;
    }

    private Block block(Check check, boolean doubtful, String anchor) {
        String sentence = doubtful
                ? check.kind() == Kind.LOSSES ? page.checks.losses(check) : page.checks.doubtfulBound(check)
                : check.kind() == Kind.COPY
                        ? page.checks.copy(check)
                        : check.kind() == Kind.SERIES ? page.checks.revisedDown(check) : page.checks.failure(check);
        String name = check.quantity().map(page.names::quantity).orElse("Rule " + check.rule());
        String by = NumberText.difference(
                check.verdict() == Verdict.SHORT
                        ? check.residual().negate()
                        : check.residual().abs());
        boolean isShort = check.verdict() == Verdict.SHORT;
        String heading = name + ": "
                + (doubtful
                        ? "may fail"
                        : switch (check.kind()) {
                            case SERIES -> "revised down by " + by;
                            case COPY -> by + (isShort ? " fewer" : " more") + " than the original";
                            default -> by + (isShort ? " short" : " over");
                        });
        boolean isFirst =
                check.quantity().isEmpty() || drawn.add(check.quantity().get());
        List<Figure> figures = doubtful || !isFirst
                ? List.of()
                : SumPlot.of(check, page.ranges, page.names).map(page::figure).stream()
                        .toList();
        return new Block(
                anchor,
                heading,
                PageContext.capital(check.quantity()
                                .map(quantity -> page.withoutName(quantity, sentence))
                                .orElse(sentence))
                        + ".",
                page.claims(check.whole().claims()),
                terms(check),
                isSum(check) && !isOfOnePart(check)
                        ? PageContext.number(check.parts().range())
                        : "",
                figures,
                check.kind() == Kind.SERIES ? "Later" : check.kind() == Kind.COPY ? "Copy" : "Whole",
                check.kind() == Kind.SERIES ? "earlier" : check.kind() == Kind.COPY ? "original" : "parts");
    }

    private static boolean isSum(Check check) {
        return check.kind() != Kind.SERIES && check.kind() != Kind.COPY;
    }

    /** Whether what the parts come to is what one of them does, or is told without them. */
    private boolean isOfOnePart(Check check) {
        List<Interval> known = PartFigure.of(check, page.ranges).stream()
                .flatMap(part -> part.figure().range().stream())
                .toList();
        return known.isEmpty() || known.equals(List.of(check.parts().range()));
    }

    /** The parts that have a figure, where they are few; else all claims of the parts together. */
    private List<Term> terms(Check check) {
        List<Term> terms = new ArrayList<>();
        for (PartFigure part : PartFigure.of(check, page.ranges)) {
            if (part.figure().range().isPresent()) {
                List<Link> claims = page.claims(part.figure().claims());
                String range = part.text();
                String name = check.breakdown()
                        .map(rule -> rule.label(part.quantity()))
                        .orElse("");
                terms.add(new Term(!terms.isEmpty(), name, claims.size() == 1 ? "" : range, claims));
            }
        }
        if (terms.isEmpty() || terms.size() > MOST_TERMS) {
            return List.of(new Term(
                    false,
                    "",
                    isSum(check) ? NumberText.range(check.parts().range()) : "",
                    page.claims(check.parts().claims())));
        }
        return terms;
    }

    private Row row(Check check) {
        String rule = switch (check.kind()) {
            case COPY -> "the original";
            case SERIES -> "earlier counts";
            case LOSSES ->
                "losses: "
                        + check.breakdown().stream()
                                .flatMap(losses -> losses.parts().stream())
                                .map(part -> part.measure().label())
                                .collect(Collectors.joining(" + "));
            default ->
                check.breakdown()
                        .flatMap(WholePartRule::breakdown)
                        .map(breakdown -> parts(check, breakdown))
                        .orElse(check.rule());
        };
        return new Row(
                page.anchors.check(check),
                check.quantity().map(page.names::quantity).orElse("Rule"),
                rule,
                page.claims(check.whole().claims()),
                PageContext.number(check.parts().range()),
                residual(check),
                page.agreements.few(check.whole().voices()),
                check.verdict().toString());
    }

    /** What makes up the whole: the name of the parts in the dossier, or a few of them. */
    private static String parts(Check check, Breakdown breakdown) {
        String sign = check.kind() == Kind.BOUND ? "at least " : "";
        if (!breakdown.partition().isEmpty()) {
            return sign + breakdown.partition();
        }
        List<String> names = new ArrayList<>();
        check.breakdown()
                .ifPresent(
                        rule -> rule.parts().stream().limit(MOST_TERMS).forEach(part -> names.add(rule.label(part))));
        int more = breakdown.parts().size() - names.size();
        return sign + String.join(" + ", names) + (more > 0 ? " + " + more + " more" : "");
    }

    private static String residual(Check check) {
        double low = check.residual().inf();
        double high = check.residual().sup();
        if (low == high) {
            return signed(low);
        }
        if (Double.isInfinite(low)) {
            return Double.isInfinite(high) ? "any" : signed(high) + " or less";
        }
        return signed(low) + (Double.isInfinite(high) ? " or more" : " to " + signed(high));
    }

    private static String signed(double value) {
        String number = NumberText.range(Interval.of(Math.abs(value)));
        return value < 0 ? "−" + number : number;
    }

    List<Block> ofOneVoice() {
        return ofOneVoice;
    }

    List<Block> across() {
        return across;
    }

    List<Block> mayFail() {
        return mayFail;
    }

    List<Row> rows() {
        return rows;
    }

    /** How many checks have neither a block nor a row. */
    int leftOut() {
        return leftOut;
    }

    /** How many checks are not told by themselves. */
    int held() {
        return rows.size() + leftOut;
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    /** Whether something is left out. */
    boolean isCut() {
        return leftOut() > 0;
    }
}
