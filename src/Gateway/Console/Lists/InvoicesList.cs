using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Invoices;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>Invoices and credit memos of all accounts, the newest first.</summary>
internal sealed class InvoicesList(
    IInvoiceList invoices, [FromKeyedServices(BillingClock.Key)] TimeProvider clock) : CursorList<InvoiceLine>
{
    public const string State = "state";
    public const string From = "from";
    public const string Through = "through";

    private const string DayFormat = "yyyy-MM-dd";
    private static readonly DateOnly LastDay = new(9999, 12, 31);

    /// <summary>States that can be chosen, with what they are called.</summary>
    public static ImmutableArray<(string Word, string Name)> States { get; } =
        [("open", "Open"), ("overdue", "Overdue"), ("settled", "Settled"), ("credit-memo", "Credit memos")];

    public override string Name => "invoices";

    public override (string One, string Many) Noun => ("document", "documents");

    public override string Permission => Permissions.InvoicesRead;

    public override string? SearchHint => "Number of the document, or the account";

    public override ImmutableArray<ListColumn<InvoiceLine>> Columns { get; } =
    [
        new("number", "Number", line => new CellValue.Text(line.Row.Number, ConsolePath.Invoice(line.Row.InvoiceId)))
        { IsKey = true, Width = "160px" },
        new("kind", "Kind", line => new CellValue.Word(line.Row.CorrectsId is null ? "invoice" : "credit-memo"))
        { IsForFiles = true },
        new("entity", "Legal entity", line => new CellValue.Text(line.Row.EntityId)) { Width = "110px" },
        new("account", "Account", line => new CellValue.Text(
            line.Row.AccountId, ConsolePath.Account(line.Row.EntityId, line.Row.AccountId)))
        { Width = "130px" },
        new("customer", "Customer", line => new CellValue.Text(line.CustomerName ?? line.CustomerId)),
        new("issued", "Issued", line => new CellValue.Day(line.Row.IssuedOn)) { IsSortable = true, Width = "120px" },
        new("due", "Due", line => new CellValue.Day(line.Row.DueOn)) { Width = "120px" },
        new("currency", "Currency", line => new CellValue.Text(line.Row.Currency)) { IsForFiles = true },
        new("net", "Net", line => new CellValue.Amount(line.Row.NetMinor, line.Row.Currency))
        { IsForFiles = true, IsMoney = true },
        new("tax", "Tax", line => new CellValue.Amount(line.Row.TaxMinor, line.Row.Currency))
        { IsForFiles = true, IsMoney = true },
        new("total", "Total", line => new CellValue.Amount(line.Row.TotalMinor, line.Row.Currency))
        { IsMoney = true, Width = "140px" },
        new("open", "Open", line => new CellValue.Amount(line.OpenMinor, line.Row.Currency))
        { IsMoney = true, Width = "140px" },
    ];

    public override string KeyOf(InvoiceLine line) => string.Create(
        CultureInfo.InvariantCulture,
        $"{PrintedAmount.Day(line.Row.IssuedOn)}|{line.Version}|{line.Row.EntityId}/{line.Row.AccountId}");

    protected override Task<ImmutableArray<InvoiceLine>> ReadAfter(
        Caller caller, ListQuery query, (string Key, int CountMax) after, CancellationToken cancellation) =>
        invoices.Read(caller.Scope, FilterOf(query), PlaceOf(after.Key), after.CountMax, cancellation);

    protected override async Task<ImmutableArray<InvoiceLine>> ReadLast(
        Caller caller, ListQuery query, int countMax, CancellationToken cancellation)
    {
        var filter = FilterOf(query);
        var last = await invoices.Read(
            caller.Scope, filter with { IsOldestFirst = !filter.IsOldestFirst }, null, countMax, cancellation);
        return [.. last.Reverse()];
    }

    private InvoiceFilter FilterOf(ListQuery query) => new(
        query.Text,
        States.Any(state => state.Word == query.Filter(State)) ? query.Filter(State)! : "",
        DayOf(query.Filter(From)) ?? DateOnly.MinValue,
        DayOf(query.Filter(Through)) ?? LastDay,
        DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
        IsOldestFirst: query.Sort == "issued" && !query.IsDescending);

    private static InvoicePlace? PlaceOf(string key)
    {
        if (key.Length == 0)
            return null;
        var parts = key.Split('|', 3);
        return new InvoicePlace(
            DateOnly.ParseExact(parts[0], DayFormat, CultureInfo.InvariantCulture), parts[2],
            long.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(
        text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
