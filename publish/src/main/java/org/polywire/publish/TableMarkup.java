package org.polywire.publish;

import java.util.List;
import java.util.function.Consumer;
import org.polywire.model.Block.Cell;
import org.polywire.model.Block.Table;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;

/** A table as markup, in a frame that scrolls by itself on narrow screens; short rows are filled up. */
final class TableMarkup {
    private final Consumer<List<Inline>> inlines;
    private final StringBuilder out;

    private TableMarkup(Consumer<List<Inline>> inlines, StringBuilder out) {
        this.inlines = inlines;
        this.out = out;
    }

    static void write(Table table, Consumer<List<Inline>> inlines, Wording wording, StringBuilder out) {
        int width = table.rows().stream().mapToInt(List::size).max().orElse(0);
        if (width > 0) {
            new TableMarkup(inlines, out).write(table, width, wording);
        }
    }

    private void write(Table table, int width, Wording wording) {
        String label = table.caption().isEmpty() ? wording.say("table") : Inlines.text(table.caption());
        out.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + Html.escape(label)
                + "\"><table>");
        if (!table.caption().isEmpty()) {
            out.append("<caption>");
            inlines.accept(table.caption());
            out.append("</caption>");
        }
        boolean headed = table.rows().getFirst().stream().allMatch(Cell::header)
                && !table.rows().getFirst().isEmpty();
        if (headed) {
            rows("thead", table.rows().subList(0, 1), width, "col");
        }
        rows("tbody", table.rows().subList(headed ? 1 : 0, table.rows().size()), width, "row");
        out.append("</table></div>");
    }

    private void rows(String group, List<List<Cell>> rows, int width, String scope) {
        if (!rows.isEmpty()) {
            out.append("<" + group + ">");
            rows.forEach(row -> row(row, width, scope));
            out.append("</" + group + ">");
        }
    }

    private void row(List<Cell> row, int width, String scope) {
        out.append("<tr>");
        row.forEach(cell -> cell(cell, scope));
        out.append("<td></td>".repeat(width - row.size())).append("</tr>");
    }

    /** A header cell without words would head nothing. */
    private void cell(Cell cell, String scope) {
        boolean header = cell.header() && !Inlines.text(cell.content()).isBlank();
        out.append(header ? "<th scope=\"" + scope + "\">" : "<td>");
        inlines.accept(cell.content());
        out.append(header ? "</th>" : "</td>");
    }
}
