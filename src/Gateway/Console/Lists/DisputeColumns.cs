using System.Collections.Immutable;
using BillingActors.Gateway.Console.Look;
using BillingActors.Grains.Interfaces.Disputes;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>Columns of the list of disputes, which is read a page at a time and is no file.</summary>
internal static class DisputeColumns
{
    /// <summary>The list in addresses of views.</summary>
    public const string List = "disputes";

    /// <summary>The day by which it must be decided; what is late is marked there.</summary>
    public const string Due = "due";

    public static ImmutableArray<ListColumn<DisputeRow>> All { get; } =
    [
        new("dispute", "Dispute", row => new CellValue.Text(
            row.DisputeId,
            ConsolePath.Account(row.EntityId, row.AccountId, "/disputes/" + Uri.EscapeDataString(row.DisputeId))))
        { IsKey = true },
        new("account", "Account", row => new CellValue.Text(row.EntityId + " / " + row.AccountId)),
        new("reason", "Reason", row => new CellValue.Text(Words.Of(row.Reason))),
        new("owner", "Owner", row => new CellValue.Text(row.Owner)),
        new("state", "State", row => new CellValue.Word(row.Outcome ?? row.Stage)),
        new("opened", "Opened", row => new CellValue.Day(row.OpenedOn)) { IsForFiles = true },
        new(Due, "Decide by", row => new CellValue.Day(row.DueOn)),
        new("decided", "Decided", row => new CellValue.Day(row.DecidedOn)) { IsForFiles = true },
        new("cause", "Where the fault was",
            row => new CellValue.Text(row.RootCause is { } cause ? Words.Of(cause) : null))
        { IsForFiles = true },
        new("amount", "Disputed", row => new CellValue.Amount(row.AmountMinor, row.Currency)) { IsMoney = true },
        new("credit", "Credited", row => new CellValue.Amount(row.CreditMinor, row.Currency))
        { IsForFiles = true, IsMoney = true },
    ];

    /// <summary>What can be chosen.</summary>
    public static ImmutableArray<ColumnChoice> Choices { get; } = [.. All.Select(column => column.Choice)];
}
