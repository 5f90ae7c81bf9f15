using System.Collections.Immutable;

namespace BillingActors.Domain.Collections;

/// <summary>How what is overdue is collected, for a segment and a jurisdiction; empty: for any.</summary>
/// <param name="Id">The policy.</param>
/// <param name="Segment">Segment it is for.</param>
/// <param name="Jurisdiction">Jurisdiction it is for.</param>
/// <param name="GraceDays">Days after the due day before the first letter.</param>
/// <param name="MinimumMinor">Below this no letter is sent.</param>
/// <param name="Levels">The levels, first to last.</param>
/// <param name="QuietDays">Days on which no letter is sent.</param>
/// <param name="Interest">Interest; null: none.</param>
/// <param name="Promises">Promises to pay.</param>
/// <param name="Plans">Payment plans.</param>
/// <param name="Disconnection">Disconnection; null: never.</param>
public sealed record DunningPolicy(
    string Id,
    string Segment,
    string Jurisdiction,
    int GraceDays,
    long MinimumMinor,
    ImmutableArray<DunningLevel> Levels,
    QuietDays QuietDays,
    InterestRule? Interest,
    PromiseRule Promises,
    PlanRule Plans,
    DisconnectionRule? Disconnection)
{
    /// <summary>
    /// Whether letters that ask for deposits cost the fee for them too; late interest a deposit never bears.
    /// </summary>
    public bool ChargesDeposits { get; init; }

    /// <summary>
    /// What holds where no policy is set: nobody gets a letter, pays a fee or interest, or is cut off before somebody
    /// has said how.
    /// </summary>
    public static DunningPolicy Default { get; } = new(
        "default",
        "",
        "",
        GraceDays: 3,
        MinimumMinor: 500,
        [],
        QuietDays.None,
        Interest: null,
        new PromiseRule(30, 2),
        new PlanRule(12, 400, 5, 2),
        Disconnection: null);

    /// <summary>
    /// The policy that fits best: segment and jurisdiction, segment, jurisdiction, any; equal ones by id.
    /// </summary>
    public static DunningPolicy Choose(IEnumerable<DunningPolicy> policies, string segment, string jurisdiction) =>
        policies
            .Where(policy => policy.Segment.Length == 0 || policy.Segment == segment)
            .Where(policy => policy.Jurisdiction.Length == 0 || policy.Jurisdiction == jurisdiction)
            .OrderByDescending(policy => policy.Segment.Length > 0)
            .ThenByDescending(policy => policy.Jurisdiction.Length > 0)
            .ThenBy(policy => policy.Id, StringComparer.Ordinal)
            .FirstOrDefault(Default);
}
