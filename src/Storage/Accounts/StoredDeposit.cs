using System.Text.Json;
using BillingActors.Domain.Deposits;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.Accounts;

/// <summary>A deposit as its query row has it; days as ISO text.</summary>
internal readonly record struct StoredDeposit(
    string DepositId,
    string Status,
    string Basis,
    long AmountMinor,
    long PaidMinor,
    long HeldMinor,
    long InterestMinor,
    string AssessedOn,
    string? PaidOn)
{
    public static StoredDeposit Of(Deposit deposit) => new(
        deposit.Id,
        JsonNamingPolicy.KebabCaseLower.ConvertName(deposit.Status.ToString()),
        JsonNamingPolicy.KebabCaseLower.ConvertName(deposit.Basis.ToString()),
        deposit.AmountMinor,
        deposit.PaidMinor,
        deposit.HeldMinor,
        deposit.InterestMinor,
        IsoDay.Format(deposit.AssessedOn),
        deposit.PaidOn is { } day ? IsoDay.Format(day) : null);
}
