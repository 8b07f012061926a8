package io.djdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.cli.terminal.Mark;
import io.djdbc.cli.terminal.Table;
import io.djdbc.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TextOnTerminalTest {

    private static String printed(Consumer<Terminal> writing) {
        StringWriter text = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(text), false);
        writing.accept(terminal);
        terminal.flush();
        return text.toString();
    }

    @Test
    void longVerdictsWrapUnderThemselves() {
        String text = printed(
                terminal -> terminal.marked(Mark.WARN, "word ".repeat(40).strip()));

        assertThat(text.lines()).hasSizeGreaterThan(1).allMatch(line -> line.length() <= Terminal.WIDTH);
        assertThat(text).startsWith("  warn  word word");
        assertThat(text.lines().skip(1)).allMatch(line -> line.startsWith("        word"));
        assertThat(text.split("word", -1)).hasSize(41);
    }

    @Test
    void tablesFitHoweverLongTheirCells() {
        Table table = new Table("a", "b", "c")
                .row("x".repeat(150), "y".repeat(150), "one,two,".repeat(20))
                .row("short", "", "end");
        String text = printed(terminal -> terminal.table(table));

        assertThat(text.lines()).allMatch(line -> line.length() <= Terminal.WIDTH);
        assertThat(text.chars().filter(c -> c == 'x')).hasSize(150);
        assertThat(text.chars().filter(c -> c == 'y')).hasSize(150);
        assertThat(text.lines().filter(line -> line.endsWith("one"))).isEmpty();
    }

    @Test
    void shortTablesStayInLine() {
        Table table = new Table("name", "value").row("a", "1").row("longer", "2");

        assertThat(printed(terminal -> terminal.table(table)))
                .isEqualTo(String.join(System.lineSeparator(), "  name    value", "  a       1", "  longer  2", ""));
    }
}
