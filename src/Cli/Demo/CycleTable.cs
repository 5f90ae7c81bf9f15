using System.Globalization;
using BillingActors.Cli.Output;

namespace BillingActors.Cli.Demo;

/// <summary>The table at the end of a demo: one row per period, and a sum per currency.</summary>
internal sealed class CycleTable
{
    private readonly List<CycleRow> _rows = [];

    /// <summary>Adds a period.</summary>
    public void Add(CycleRow row) => _rows.Add(row);

    /// <summary>Prints it.</summary>
    public void Print(Terminal terminal)
    {
        var table = new TextTable(
            "Period", "Currency", "Invoices", "Net", "Tax", "Total", "Held", "Caught up", "Accounts/s");
        foreach (var row in _rows)
            table.Add(Cells(row));
        foreach (var same in _rows.GroupBy(row => row.Currency, StringComparer.Ordinal))
            table.Add(Cells(Sum(same.Key, [.. same])));
        table.Write(terminal);
    }

    private static CycleRow Sum(string currency, List<CycleRow> rows) => new("all periods", currency)
    {
        InvoiceCount = rows.Sum(row => row.InvoiceCount),
        NetMinor = rows.Sum(row => row.NetMinor),
        TaxMinor = rows.Sum(row => row.TaxMinor),
        TotalMinor = rows.Sum(row => row.TotalMinor),
        HeldCount = rows.Sum(row => row.HeldCount),
        CaughtUpCount = rows.Sum(row => row.CaughtUpCount),
        AccountCount = rows.Sum(row => row.AccountCount),
        Took = TimeSpan.FromTicks(rows.Sum(row => row.Took.Ticks)),
    };

    private static string[] Cells(CycleRow row) =>
    [
        row.Period,
        row.Currency,
        Amounts.Count(row.InvoiceCount),
        Amounts.Bare(row.NetMinor, row.Currency),
        Amounts.Bare(row.TaxMinor, row.Currency),
        Amounts.Bare(row.TotalMinor, row.Currency),
        Amounts.Count(row.HeldCount),
        Amounts.Count(row.CaughtUpCount),
        row.Took > TimeSpan.Zero
            ? (row.AccountCount / row.Took.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture)
            : "",
    ];
}
