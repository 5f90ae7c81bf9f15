using Spectre.Console;

namespace BillingActors.Cli.Output;

/// <summary>A table: framed where a person watches, plain columns in a pipe.</summary>
internal sealed class TextTable(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row of as many cells as there are columns.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the table; columns of figures stand to the right.</summary>
    public void Write(Terminal terminal)
    {
        terminal.EndProgress();
        if (terminal.IsInteractive)
            WriteFramed(terminal);
        else
            WritePlain(terminal);
    }

    private void WriteFramed(Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Rounded);
        for (var i = 0; i < columns.Length; i++)
        {
            var column = new TableColumn(Markup.Escape(columns[i]));
            table.AddColumn(IsFigures(i) ? column.RightAligned() : column);
        }
        foreach (var row in _rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Output) });
        console.Write(table);
    }

    private void WritePlain(Terminal terminal)
    {
        var widths = columns.Select((name, i) =>
            _rows.Select(row => row[i].Length).Append(name.Length).Max()).ToArray();
        foreach (var row in _rows.Prepend(columns))
            terminal.Line(string.Join("  ", row.Select((cell, i) =>
                IsFigures(i) ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd());
    }

    private bool IsFigures(int column) =>
        _rows.Count > 0 && _rows.TrueForAll(row => row[column].All(c => char.IsAsciiDigit(c) || ".,-% ".Contains(c)));
}
