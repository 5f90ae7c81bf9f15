using BillingActors.Grains.Interfaces.Inquiries;

namespace BillingActors.Cli.Output;

/// <summary>Shows why a bill differs from another: sentences to read aloud, then the lines.</summary>
internal static class ExplanationPrinting
{
    private static readonly string[] Effects = ["use", "price", "days", "estimates", "credits", "tax", "charges"];

    /// <summary>The whole explanation.</summary>
    public static void Print(ExplanationView explained, Terminal terminal)
    {
        foreach (var sentence in explained.Sentences)
            terminal.Line(sentence);
        terminal.Line();
        foreach (var line in explained.Lines)
            terminal.Line("  " + line.Sentence);
        terminal.Line();
        var table = new TextTable(["Line", "Difference", .. Effects]);
        foreach (var line in explained.Lines)
            table.Add(Row(line.Code, line.DifferenceMinor, line.Effects, explained.Currency));
        table.Add(Row("total", explained.DifferenceMinor, explained.Effects, explained.Currency));
        table.Write(terminal);
    }

    private static string[] Row(
        string name, long differenceMinor, IEnumerable<EffectView> causes, string currency)
    {
        var amounts = causes.ToDictionary(cause => cause.Effect, cause => cause.AmountMinor, StringComparer.Ordinal);
        return
        [
            name,
            Amounts.Bare(differenceMinor, currency),
            .. Effects.Select(effect => Amounts.Bare(amounts.GetValueOrDefault(effect), currency)),
        ];
    }
}
