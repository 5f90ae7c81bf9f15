using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Approvals;

/// <summary>The limits of a legal entity.</summary>
/// <param name="Limits">
/// What roles may move; a role without a limit for an action and currency may move nothing. Null: the house's
/// defaults, in any currency.
/// </param>
/// <param name="Days">Days a request waits, today not counted.</param>
/// <param name="GivesTaxRelief">Whether the tax in claims that are written off comes back.</param>
public sealed record ApprovalPolicy(ImmutableArray<ApprovalLimit>? Limits, int Days, bool GivesTaxRelief)
{
    /// <summary>Who decides in whose place.</summary>
    public ImmutableArray<Delegation> Delegations { get; init; } = [];

    /// <summary>Any action.</summary>
    public const string Any = "*";

    private static readonly string[] Deciding = ["supervisor", "controller"];

    /// <summary>The limit of somebody with no limit: what can be counted in one action.</summary>
    public const long Unlimited = ChargeEntry.AmountMinorMax;

    /// <summary>
    /// Where an entity names no limits: a clerk 50, a supervisor 1,000 units, a controller any amount.
    /// </summary>
    public static ImmutableArray<ApprovalLimit> DefaultsOf(Currency currency) =>
    [
        new("clerk", Any, (long)(50 * currency.Scale), currency),
        new("supervisor", Any, (long)(1_000 * currency.Scale), currency),
        new("controller", Any, Unlimited, currency),
    ];

    /// <summary>
    /// The roles with which a person decides in another one's place on a day; none where nobody said so, or lent a role
    /// that decides. What was delegated is not delegated on.
    /// </summary>
    public ImmutableArray<string> RolesFrom(string fromId, string toId, LocalDate on)
    {
        ImmutableArray<string> roles =
        [
            .. Delegations.Where(one => one.FromId == fromId && one.ToId == toId && one.Holds(on))
                .SelectMany(one => one.Roles).Distinct(StringComparer.Ordinal),
        ];
        return roles.Any(role => Deciding.Contains(role, StringComparer.Ordinal)) ? roles : [];
    }

    /// <summary>
    /// The highest amount somebody's roles may agree to in a currency; a limit for the action itself counts before one
    /// for any.
    /// </summary>
    public long LimitOf(ImmutableArray<string> roles, string action, Currency currency) =>
        LimitsOf(roles, action, currency).Select(limit => limit.LimitMinor).DefaultIfEmpty(0).Max();

    /// <summary>The highest amount they may move without a second person, found in the same limits.</summary>
    public long AloneOf(ImmutableArray<string> roles, string action, Currency currency) =>
        LimitsOf(roles, action, currency).Select(limit => limit.Alone).DefaultIfEmpty(0).Max();

    private IEnumerable<ApprovalLimit> LimitsOf(ImmutableArray<string> roles, string action, Currency currency)
    {
        var limits = (Limits ?? DefaultsOf(currency)).Where(limit => limit.Currency == currency).ToList();
        return roles
            .Select(role => limits.Find(limit => limit.Role == role && limit.Action == action)
                ?? limits.Find(limit => limit.Role == role && limit.Action == Any))
            .OfType<ApprovalLimit>();
    }
}
