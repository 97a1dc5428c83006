package org.muster.tablesaw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
import tech.tablesaw.api.CategoricalColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.AbstractColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/** Every method that {@link IntervalColumn} inherits works, or refuses and says what to do instead. None is left out. */
class IntervalColumnContractTest {

    private static final Interval KILLED = Interval.of(9780, 12031);
    private static final Interval TANKS = Interval.of(300, Double.POSITIVE_INFINITY);
    private static final Interval TENTH = Interval.of(0.1);
    private static final Interval MISSING = Interval.EMPTY;

    private final IntervalColumn column = column(KILLED, TANKS, MISSING, TENTH, TANKS);
    private final Map<String, Executable> contract = new TreeMap<>();

    private static IntervalColumn column(Interval... ranges) {
        return IntervalColumn.create("range", IntervalArray.of(ranges));
    }

    private static void assertRanges(Column<?> actual, Interval... expected) {
        assertEquals(List.of(expected), ((IntervalColumn) actual).asList());
    }

    @TestFactory
    Stream<DynamicTest> everyInheritedMethod() {
        reading();
        printing();
        predicates();
        changing();
        deriving();
        comparing();
        return contract.entrySet().stream().map(each -> dynamicTest(each.getKey(), each.getValue()));
    }

    @Test
    void noneIsLeftOut() {
        Set<String> inherited = new TreeSet<>();
        for (Class<?> type : List.of(AbstractColumn.class, Column.class, CategoricalColumn.class)) {
            for (Method method : type.getMethods()) {
                boolean ofAnyObject = method.getDeclaringClass() == Object.class;
                if (!ofAnyObject && !method.isBridge() && !Modifier.isStatic(method.getModifiers())) {
                    inherited.add(method.getName()
                            + Arrays.stream(method.getParameterTypes())
                                    .map(Class::getSimpleName)
                                    .toList());
                }
            }
        }
        everyInheritedMethod();
        assertEquals(inherited, contract.keySet());
    }

    private void reading() {
        contract.put("size[]", () -> assertEquals(5, column.size()));
        contract.put("isEmpty[]", () -> {
            assertFalse(column.isEmpty());
            assertTrue(column().isEmpty());
        });
        contract.put("name[]", () -> assertEquals("range", column.name()));
        contract.put(
                "setName[String]",
                () -> assertEquals("men", column().setName("men").name()));
        contract.put("type[]", () -> assertSame(IntervalColumnType.INTERVAL, column.type()));
        contract.put("parser[]", () -> assertEquals(KILLED, column.parser().parse("[9780, 12031]")));
        contract.put("setParser[AbstractColumnParser]", () -> {
            IntervalColumnParser parser = new IntervalColumnParser();
            parser.setMissingValueStrings(List.of("none"));
            assertRanges(column().setParser(parser).appendCell("none"), MISSING);
        });
        contract.put("get[int]", () -> {
            assertEquals(KILLED, column.get(0));
            assertEquals(MISSING, column.get(2));
            assertThrows(IndexOutOfBoundsException.class, () -> column.get(5));
            assertThrows(IndexOutOfBoundsException.class, () -> column.get(-1));
        });
        contract.put("isMissing[int]", () -> assertTrue(column.isMissing(2) && !column.isMissing(1)));
        contract.put(
                "isMissing[]",
                () -> assertArrayEquals(new int[] {2}, column.isMissing().toArray()));
        contract.put(
                "isNotMissing[]",
                () -> assertArrayEquals(
                        new int[] {0, 1, 3, 4}, column.isNotMissing().toArray()));
        contract.put("countMissing[]", () -> assertEquals(1, column.countMissing()));
        contract.put("countUnique[]", () -> assertRefused(column::countUnique));
        contract.put("asList[]", () -> assertEquals(List.of(KILLED, TANKS, MISSING, TENTH, TANKS), column.asList()));
        contract.put(
                "asObjectArray[]",
                () -> assertArrayEquals(new Interval[] {KILLED, TANKS, MISSING, TENTH, TANKS}, column.asObjectArray()));
        contract.put(
                "asSet[]",
                () -> assertEquals(
                        List.of(KILLED, TANKS, MISSING, TENTH), new ArrayList<>(new LinkedHashSet<>(column.asSet()))));
        contract.put("iterator[]", () -> {
            List<Interval> all = new ArrayList<>();
            column.iterator().forEachRemaining(all::add);
            assertEquals(column.asList(), all);
        });
        contract.put("forEach[Consumer]", () -> {
            List<Interval> all = new ArrayList<>();
            column.forEach(all::add);
            assertEquals(column.asList(), all);
        });
        contract.put(
                "spliterator[]",
                () -> assertEquals(
                        column.asList(),
                        StreamSupport.stream(column.spliterator(), false).toList()));
        contract.put("byteSize[]", () -> assertEquals(16, column.byteSize()));
        contract.put("asBytes[int]", () -> assertRefused(() -> column.asBytes(0)));
        contract.put("countByCategory[]", () -> assertRefused(column::countByCategory));
        contract.put("valueHash[int]", () -> assertEquals(column.valueHash(1), column.valueHash(4)));
        contract.put("indexOf[Object]", () -> assertEquals(1, column.indexOf(TANKS)));
        contract.put("lastIndexOf[Object]", () -> assertEquals(4, column.lastIndexOf(TANKS)));
        contract.put("contains[Object]", () -> {
            assertTrue(column.contains(TENTH));
            assertFalse(column.contains(Interval.of(9780)), "which lies in a range, but is none");
        });
    }

    private static void assertRefused(Executable call) {
        String message = assertThrows(UnsupportedOperationException.class, call).getMessage();
        assertTrue(
                message.startsWith("column range: ")
                        && message.contains(" the columns that say what the ranges are about"),
                message);
    }

    private void printing() {
        contract.put("getString[int]", () -> {
            assertEquals("[9780, 12031]", column.getString(0));
            assertEquals("[300, Infinity]", column.getString(1));
            assertEquals("", column.getString(2));
            assertEquals("[0.1, 0.10000000000000001]", column.getString(3));
        });
        contract.put("getUnformattedString[int]", () -> {
            assertEquals(TENTH, Interval.parse(column.getUnformattedString(3)));
            assertEquals("", column.getUnformattedString(2));
        });
        contract.put("asStringColumn[]", () -> {
            assertEquals("[9780, 12031]", column.asStringColumn().get(0));
            assertTrue(column.asStringColumn().isMissing(2));
        });
        contract.put("columnWidth[]", () -> assertEquals("[0.1, 0.10000000000000001]".length(), column.columnWidth()));
        contract.put(
                "title[]", () -> assertEquals("Column: range", column.title().strip()));
        contract.put(
                "print[]",
                () -> assertEquals(
                        List.of("Column: range", "[9780, 12031]", ""),
                        column(KILLED, MISSING).print().lines().toList()));
        contract.put("toString[]", () -> assertEquals("Interval column: range", column.toString()));
        contract.put(
                "summary[]",
                () -> assertEquals(
                        "[4, 1]",
                        IntervalColumn.of(column.summary(), "value").mid().first(2).asList().stream()
                                .map(number -> String.valueOf(number.intValue()))
                                .toList()
                                .toString()));
    }

    private void predicates() {
        contract.put("count[Predicate]", () -> assertEquals(2, column.count(TANKS::equals)));
        contract.put("count[Predicate, int]", () -> assertEquals(1, column.count(TANKS::equals, 1)));
        contract.put("allMatch[Predicate]", () -> assertFalse(column.allMatch(TANKS::equals)));
        contract.put("anyMatch[Predicate]", () -> assertTrue(column.anyMatch(TANKS::equals)));
        contract.put("noneMatch[Predicate]", () -> assertTrue(column.noneMatch(Interval::isEntire)));
        contract.put(
                "filter[Predicate]",
                () -> assertRanges(column.filter(range -> range.contains(10000)), KILLED, TANKS, TANKS));
        contract.put(
                "where[Selection]", () -> assertRanges(column.where(Selection.with(4, 2)), MISSING, TANKS)); // in order
        contract.put("reduce[BinaryOperator]", () -> {
            assertEquals(Optional.of(Interval.of(0.1, Double.POSITIVE_INFINITY)), column.reduce(Interval::convexHull));
            assertEquals(Optional.empty(), column().reduce(Interval::convexHull));
        });
        contract.put(
                "reduce[Object, BinaryOperator]",
                () -> assertEquals(Interval.of(1), column().reduce(Interval.of(1), Interval::add)));
        contract.put(
                "max[Comparator]",
                () -> assertEquals(
                        Optional.of(KILLED), column.removeMissing().max((Comparator<? super Interval>) column)));
        contract.put(
                "min[Comparator]",
                () -> assertEquals(Optional.of(TENTH), column.min((Comparator<? super Interval>) column)));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a column of another type, which the compiler would not let in
    private void changing() {
        contract.put("clear[]", () -> {
            IntervalColumn copy = column.copy();
            copy.clear();
            assertEquals(0, copy.size());
            assertRanges(copy.append(KILLED), KILLED);
            assertEquals(5, column.size());
        });
        contract.put("append[Object]", () -> {
            assertRanges(column().append(KILLED).append((Interval) null), KILLED, MISSING);
            IntervalColumn many = column();
            for (int i = 0; i < 1000; i++) {
                many.append(Interval.of(i));
            }
            assertEquals(Interval.of(999), many.get(999));
        });
        contract.put("append[Column]", () -> {
            IntervalColumn twice = column(KILLED, MISSING);
            assertRanges(twice.append(twice), KILLED, MISSING, KILLED, MISSING);
            assertWrongColumn(() -> ((Column) column.copy()).append((Column) DoubleColumn.create("men", 1)));
        });
        contract.put("append[Column, int]", () -> assertRanges(column().append(column, 1), TANKS));
        contract.put("appendObj[Object]", () -> {
            assertRanges(column().appendObj(KILLED).appendObj(null), KILLED, MISSING);
            assertEquals(
                    "column range holds ranges; found a Integer, 80; expected an Interval, such as from Interval.of",
                    assertThrows(IllegalArgumentException.class, () -> column().appendObj(80))
                            .getMessage());
        });
        contract.put("appendMissing[]", () -> assertRanges(column().appendMissing(), MISSING));
        contract.put(
                "appendCell[String]",
                () -> assertRanges(column().appendCell("[9780, 12031]").appendCell(" "), KILLED, MISSING));
        contract.put(
                "appendCell[String, AbstractColumnParser]",
                () -> assertRanges(column().appendCell("[300,]", new IntervalColumnParser()), TANKS));
        contract.put("set[int, Object]", () -> {
            assertRanges(column(KILLED).set(0, TANKS), TANKS);
            assertThrows(IndexOutOfBoundsException.class, () -> column().set(0, TANKS));
        });
        contract.put("set[int, Column, int]", () -> assertRanges(column(KILLED).set(0, column, 1), TANKS));
        contract.put(
                "set[int, String, AbstractColumnParser]",
                () -> assertRanges(column(KILLED).set(0, "80", new IntervalColumnParser()), Interval.of(80)));
        contract.put(
                "set[Selection, Object]",
                () -> assertRanges(column(KILLED, TANKS).set(Selection.with(1), TENTH), KILLED, TENTH));
        contract.put(
                "set[Selection, Column]",
                () -> assertRanges(
                        column(KILLED, MISSING).set(Selection.with(1), (Column<Interval>) column(TANKS, TENTH)),
                        KILLED,
                        TENTH));
        contract.put(
                "set[Predicate, Column]",
                () -> assertRanges(
                        column(KILLED, MISSING).set(Interval::isEmpty, column(TANKS, TENTH)), KILLED, TENTH));
        contract.put("setMissing[int]", () -> assertRanges(column(KILLED, TANKS).setMissing(0), MISSING, TANKS));
        contract.put(
                "setMissingTo[Object]",
                () -> assertRanges(column(KILLED, MISSING).setMissingTo(TENTH), KILLED, TENTH));
        contract.put("sortAscending[]", () -> {
            IntervalColumn copy = column.copy();
            copy.sortAscending();
            assertRanges(copy, TENTH, TANKS, TANKS, KILLED, MISSING);
        });
        contract.put("sortDescending[]", () -> {
            IntervalColumn copy = column.copy();
            copy.sortDescending();
            assertRanges(copy, MISSING, KILLED, TANKS, TANKS, TENTH);
        });
    }

    private static void assertWrongColumn(Executable call) {
        assertEquals(
                "column range holds ranges; column men is of type DOUBLE",
                assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private void deriving() {
        contract.put("emptyCopy[]", () -> assertRanges(column.emptyCopy()));
        contract.put("emptyCopy[int]", () -> assertRanges(column.emptyCopy(2), MISSING, MISSING));
        contract.put("copy[]", () -> {
            IntervalColumn copy = column.copy();
            assertEquals(column.asList(), copy.asList());
            assertEquals("range", copy.name());
            copy.set(0, TENTH);
            assertEquals(KILLED, column.get(0));
        });
        contract.put("removeMissing[]", () -> assertRanges(column.removeMissing(), KILLED, TANKS, TENTH, TANKS));
        contract.put("unique[]", () -> assertRanges(column.unique(), KILLED, TANKS, MISSING, TENTH));
        contract.put("subset[int[]]", () -> assertRanges(column.subset(new int[] {3, 0, 3}), TENTH, KILLED, TENTH));
        contract.put("inRange[int, int]", () -> assertRanges(column.inRange(1, 3), TANKS, MISSING));
        contract.put("first[int]", () -> assertRanges(column.first(2), KILLED, TANKS));
        contract.put("last[int]", () -> assertRanges(column.last(2), TENTH, TANKS));
        contract.put("sampleN[int]", () -> assertEquals(2, column.sampleN(2).size()));
        contract.put(
                "sampleX[double]", () -> assertEquals(2, column.sampleX(0.4).size()));
        contract.put(
                "sorted[Comparator]", () -> assertRanges(column.sorted(column), TENTH, TANKS, TANKS, KILLED, MISSING));
        contract.put("lag[int]", () -> {
            assertRanges(column.lag(2), MISSING, MISSING, KILLED, TANKS, MISSING);
            assertRanges(column(KILLED).lag(Integer.MIN_VALUE), MISSING);
            assertRanges(column(KILLED).lag(7), MISSING);
        });
        contract.put("lead[int]", () -> assertRanges(column.lead(3), TENTH, TANKS, MISSING, MISSING, MISSING));
        contract.put(
                "map[Function]",
                () -> assertRanges(column(KILLED, MISSING).map(Interval::negate), Interval.of(-12031, -9780), MISSING));
        contract.put(
                "map[Function, Function]",
                () -> assertEquals(
                        2251,
                        column(KILLED).map(Interval::wid, DoubleColumn::create).get(0)));
        contract.put("mapInto[Function, Column]", () -> {
            DoubleColumn widths = column.mapInto(Interval::wid, DoubleColumn.create("width", 5));
            assertEquals(2251, widths.get(0));
            assertTrue(widths.isMissing(2));
        });
        contract.put("min[Column]", () -> {
            assertRanges(
                    column(TANKS, TANKS).min((Column<Interval>) column(KILLED, MISSING)),
                    Interval.of(300, 12031),
                    MISSING);
            assertThrows(IllegalArgumentException.class, () -> column.min((Column<Interval>) column(KILLED)));
        });
        contract.put(
                "max[Column]",
                () -> assertRanges(
                        column(TANKS, TANKS).max((Column<Interval>) column(KILLED, MISSING)),
                        Interval.of(9780, Double.POSITIVE_INFINITY),
                        MISSING));
        contract.put("interpolate[]", () -> {
            assertRanges(column.interpolate().frontfill(), KILLED, TANKS, TANKS, TENTH, TANKS);
            assertRanges(column.interpolate().backfill(), KILLED, TANKS, TENTH, TENTH, TANKS);
        });
        contract.put(
                "rolling[int]",
                () -> assertRanges(
                        column(KILLED, TENTH, TANKS).rolling(2).calc(IntervalAggregate.HULL),
                        MISSING,
                        Interval.of(0.1, 12031),
                        Interval.of(0.1, Double.POSITIVE_INFINITY)));
    }

    private void comparing() {
        contract.put("compare[Object, Object]", () -> {
            assertTrue(column.compare(TANKS, KILLED) < 0);
            assertTrue(column.compare(Interval.of(300, 400), TANKS) < 0);
            assertTrue(column.compare(MISSING, TANKS) > 0);
            assertEquals(0, column.compare(MISSING, MISSING));
            assertEquals(0, column.compare(Interval.of(-0.0), Interval.of(0.0)));
        });
        contract.put("rowComparator[]", () -> {
            assertTrue(column.rowComparator().compare(1, 0) < 0);
            assertEquals(0, column.rowComparator().compare(1, 4));
        });
        contract.put("equals[int, int]", () -> {
            assertTrue(column.equals(1, 4));
            assertFalse(column.equals(0, 1));
        });
        contract.put("equals[Object]", () -> {
            assertEquals(column, column);
            assertFalse(column.equals((Object) column.copy()), "columns are changed, and equal to themselves only");
        });
        contract.put("reversed[]", () -> assertTrue(column.reversed().compare(TANKS, KILLED) > 0));
        contract.put(
                "thenComparing[Comparator]",
                () -> assertTrue(column.thenComparing(column.reversed()).compare(TANKS, KILLED) < 0));
        contract.put(
                "thenComparing[Function]",
                () -> assertTrue(column.thenComparing(Interval::wid).compare(TANKS, KILLED) < 0));
        contract.put(
                "thenComparing[Function, Comparator]",
                () -> assertTrue(column.thenComparing(Interval::wid, Comparator.reverseOrder())
                                .compare(TANKS, KILLED)
                        < 0));
        contract.put(
                "thenComparingInt[ToIntFunction]",
                () -> assertEquals(0, column.thenComparingInt(range -> 1).compare(TANKS, TANKS)));
        contract.put(
                "thenComparingLong[ToLongFunction]",
                () -> assertEquals(0, column.thenComparingLong(range -> 1).compare(TANKS, TANKS)));
        contract.put(
                "thenComparingDouble[ToDoubleFunction]",
                () -> assertEquals(0, column.thenComparingDouble(Interval::wid).compare(TANKS, TANKS)));
    }
}
