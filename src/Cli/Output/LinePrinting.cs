using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Cli.Output;

/// <summary>Shows the lines of a bill: what, how much, at which price of which version, and from where.</summary>
internal static class LinePrinting
{
    /// <summary>Writes the lines as a table.</summary>
    public static void Write(ImmutableArray<InvoiceLineView> lines, string currency, Terminal terminal)
    {
        var table = new TextTable(
            "Text", "From", "Until", "Quantity", "Unit", "Price", "Tariff", "Exact", "Amount", "Source");
        foreach (var line in lines)
        {
            var detail = string.Join(", ", new[] { line.TimeOfUse, line.Tier }.OfType<string>());
            table.Add(
                detail.Length == 0 ? line.Text : $"{line.Text} ({detail})",
                Amounts.Day(line.From),
                Amounts.Day(line.Until),
                Exact(line.Quantity),
                line.Unit,
                Exact(line.UnitPrice),
                line.TariffVersion,
                Exact(line.ExactAmount),
                Amounts.Bare(line.AmountMinor, currency),
                SourceOf(line));
        }
        table.Write(terminal);
    }

    private static string SourceOf(InvoiceLineView line) => line.EstimatedShare == 0m
        ? line.SourceReference
        : $"{line.SourceReference}, {Exact(line.EstimatedShare * 100m)} % estimated";

    private static string Exact(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);
}
