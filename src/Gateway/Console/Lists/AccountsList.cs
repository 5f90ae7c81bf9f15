using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>All accounts.</summary>
internal sealed class AccountsList(IAccountList accounts) : DeskList<AccountRow>
{
    private const int PageLength = 500;

    /// <summary>The filter by state.</summary>
    public const string Status = "status";

    public override string Name => "accounts";

    public override (string One, string Many) Noun => ("account", "accounts");

    public override string Permission => Permissions.AccountsRead;

    public override string? SearchHint => "Account, customer, name, phone or e-mail";

    public override ImmutableArray<ListColumn<AccountRow>> Columns { get; } =
    [
        new("entity", "Legal entity", row => new CellValue.Text(row.EntityId)) { Width = "120px" },
        new("account", "Account",
            row => new CellValue.Text(row.AccountId, ConsolePath.Account(row.EntityId, row.AccountId)))
        { IsKey = true, IsSortable = true, Width = "180px" },
        new("customer", "Customer", row => new CellValue.Text(row.CustomerName ?? row.CustomerId)),
        new("customer id", "Customer id", row => new CellValue.Text(row.CustomerId)) { IsForFiles = true },
        new("cycle", "Cycle", row => new CellValue.Text(row.CycleId)) { IsSortable = true, Width = "140px" },
        new("state", "State", row => new CellValue.Word(row.Status)) { Width = "110px" },
        new("currency", "Currency", row => new CellValue.Text(row.Currency)) { IsForFiles = true },
        new("balance", "Balance", row => new CellValue.Amount(row.BalanceMinor, row.Currency))
        { IsSortable = true, IsMoney = true, Width = "170px" },
    ];

    public override string KeyOf(AccountRow row) => AccountKey.Of(row.EntityId, row.AccountId);

    public override ListWindow<AccountRow> Open(Caller caller, ListQuery query) => new OffsetWindow<AccountRow>(
        cancellation => Count(caller, query, long.MaxValue, cancellation),
        (reach, cancellation) => accounts.Read(
            caller.Scope, FilterOf(caller, query), SliceOf(query, reach), cancellation));

    public override Task<long> Count(
        Caller caller, ListQuery query, long countMax, CancellationToken cancellation) =>
        accounts.Count(caller.Scope, FilterOf(caller, query), cancellation);

    public override async IAsyncEnumerable<ImmutableArray<AccountRow>> Pages(
        Caller caller, ListQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = FilterOf(caller, query);
        var slice = SliceOf(query, new ListReach<AccountRow>(null, 0, PageLength, IsBackward: false));
        ImmutableArray<AccountRow> page;
        do
        {
            page = await accounts.Read(caller.Scope, filter, slice, cancellation);
            if (page.IsEmpty)
                yield break;
            yield return page;
            slice = slice with { After = AccountPlace.Of(page[^1]) };
        }
        while (page.Length == PageLength);
    }

    private static AccountFilter FilterOf(Caller caller, ListQuery query) => new(
        query.Text,
        query.Filter(Status) is "open" or "closed" ? query.Filter(Status) : null,
        FindsCustomers: RolePermissions.Allow(caller.Roles, Permissions.CustomersRead));

    private static AccountSlice SliceOf(ListQuery query, ListReach<AccountRow> reach) => new(
        reach.Skip, reach.CountMax,
        query.Sort switch
        {
            "balance" => AccountOrder.Balance,
            "cycle" => AccountOrder.Cycle,
            _ => AccountOrder.Key,
        },
        query.IsDescending != reach.IsBackward,
        reach.From is { } from ? AccountPlace.Of(from) : null);
}
