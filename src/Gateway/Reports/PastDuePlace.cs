using System.Globalization;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Reports;

namespace BillingActors.Gateway.Reports;

/// <summary>Where a page of accounts past due ends: "amount/entity/account".</summary>
internal static class PastDuePlace
{
    /// <summary>The place of a row.</summary>
    public static string Write(PastDueRow row) => string.Create(
        CultureInfo.InvariantCulture, $"{row.PastDueMinor}/{AccountKey.Of(row.EntityId, row.AccountId)}");

    /// <summary>The place a text names; null for the start, and for what is no place.</summary>
    public static (long Minor, string AccountKey)? Read(string? text) =>
        text?.Split('/', 2) is [var amount, { Length: > 0 } key]
        && long.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? (minor, key)
            : null;
}
