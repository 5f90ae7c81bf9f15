using System.Collections.Immutable;
using BillingActors.Gateway.Console.Look;
using BillingActors.Grains.Interfaces.Approvals;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>Columns of the inbox of approvals, which is no file.</summary>
internal static class RequestColumns
{
    /// <summary>The list in addresses of views.</summary>
    public const string List = "approvals";

    public static ImmutableArray<ListColumn<ApprovalRow>> All { get; } =
    [
        new("what", "What", row => new CellValue.Text(Words.Of(row.Action))) { IsKey = true },
        new("entity", "Legal entity", row => new CellValue.Text(row.EntityId)) { IsForFiles = true },
        new("account", "Account", row => new CellValue.Text(
            row.AccountId, ConsolePath.Account(row.EntityId, row.AccountId))),
        new("maker", "Asked by", row => new CellValue.Text(row.MakerId)),
        new("reason", "Reason", row => new CellValue.Text(row.Reason)),
        new("since", "Since", row => new CellValue.Day(row.On)) { IsForFiles = true },
        new("until", "Until", row => new CellValue.Day(row.ExpiresOn)),
        new("moves", "Moves", row => new CellValue.Amount(row.EffectMinor, row.Currency)) { IsMoney = true },
    ];

    /// <summary>What can be chosen.</summary>
    public static ImmutableArray<ColumnChoice> Choices { get; } = [.. All.Select(column => column.Choice)];
}
