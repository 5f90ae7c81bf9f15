using System.Globalization;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Reports;

namespace BillingActors.Gateway.Reports;

/// <summary>Where a page of unapplied receipts ends: "day/entity/account/receipt".</summary>
internal static class UnappliedPlace
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>The place of a row.</summary>
    public static string Write(UnappliedReceiptRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.ValueOn:yyyy-MM-dd}/{AccountKey.Of(row.EntityId, row.AccountId)}/{row.ReceiptId}");

    /// <summary>The place a text names; null for the start, and for what is no place.</summary>
    public static (DateOnly ValueOn, string AccountKey, string ReceiptId)? Read(string? text) =>
        text?.Split('/', 4) is [var day, var entity, var account, { Length: > 0 } receipt]
        && DateOnly.TryParseExact(day, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? (on, AccountKey.Of(entity, account), receipt)
            : null;
}
