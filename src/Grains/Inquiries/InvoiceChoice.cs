using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;

namespace BillingActors.Grains.Inquiries;

/// <summary>Finds invoices of an account, by name or by what they are to another one.</summary>
internal sealed class InvoiceChoice(IReports reports)
{
    // Days by which a bill of last year may begin earlier or later: half a month is the same season.
    private const int SeasonDaysMax = 15;

    // Fourteen months of monthly bills with corrections between them, or more.
    private const int InvoiceCountMax = 120;

    /// <summary>An invoice of the account by id or number, or null; a credit memo is none.</summary>
    public async Task<InvoiceView?> Find(string key, string idOrNumber, CancellationToken cancellation)
    {
        var (entityId, accountId) = AccountKey.Split(key);
        var found = await reports.Invoice(new EntityScope([entityId]), idOrNumber, cancellation);
        return found?.AccountId == accountId && found.CorrectsId is null ? found : null;
    }

    /// <summary>The invoice issued last before another one, or null.</summary>
    public async Task<InvoiceView?> Previous(string key, InvoiceView invoice, CancellationToken cancellation)
    {
        var rows = await reports.InvoicesOf(key, VersionOf(invoice), InvoiceCountMax, cancellation);
        var previous = rows.FirstOrDefault(row => row.CorrectsId is null);
        return previous is null ? null : await Find(key, previous.InvoiceId, cancellation);
    }

    /// <summary>The invoice of the same season a year before, the nearest and newest; or null.</summary>
    public async Task<InvoiceView?> LastYear(string key, InvoiceView invoice, CancellationToken cancellation)
    {
        var yearAgo = invoice.From.AddYears(-1).DayNumber;
        var rows = await reports.InvoicesOf(key, VersionOf(invoice), InvoiceCountMax, cancellation);
        var nearest = rows
            .Where(row => row.CorrectsId is null && Math.Abs(row.From.DayNumber - yearAgo) <= SeasonDaysMax)
            .MinBy(row => Math.Abs(row.From.DayNumber - yearAgo));
        return nearest is null ? null : await Find(key, nearest.InvoiceId, cancellation);
    }

    // An invoice id ends with the account version that issued it.
    private static long VersionOf(InvoiceView invoice) => long.Parse(
        invoice.InvoiceId.AsSpan(invoice.InvoiceId.LastIndexOf('.') + 1),
        System.Globalization.CultureInfo.InvariantCulture);
}
