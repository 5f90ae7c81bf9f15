using System.Collections.Immutable;

namespace BillingActors.Domain.Rating;

/// <summary>Why an account is held: a stable code and a sentence.</summary>
/// <param name="Code">
/// One of: no-read, missing-intervals, doubtful-read, zero-use, high-use, low-use, tariff-gap, calendar-gap,
/// negative-bill, unit-mismatch, currency-mismatch, tax-unknown, option-missing,
/// inputs-changed; or a code of a record that was set aside.
/// </param>
/// <param name="Detail">What is wrong here, without personal data.</param>
public sealed record HoldReason(string Code, string Detail)
{
    /// <summary>
    /// Several reasons as one text to stand behind the first one's code, which is told beside it and not in it.
    /// </summary>
    public static string Tell(ImmutableArray<HoldReason> reasons) => string.Join(
        "; ", reasons.Select((reason, i) => i == 0 ? reason.Detail : $"{reason.Code}: {reason.Detail}"));
}
