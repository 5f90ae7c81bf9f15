using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Gateway.Payments;

/// <summary>A payment of a file and the account it is for, as far as that is known.</summary>
/// <param name="Entry">The payment.</param>
/// <param name="Kind">exact, likely, none or foreign.</param>
/// <param name="Proposals">Accounts it may belong to, best first.</param>
internal sealed record PaymentMatch(PaymentEntry Entry, string Kind, ImmutableArray<CashProposal> Proposals)
{
    /// <summary>It names an account that there is.</summary>
    public const string Exact = "exact";

    /// <summary>What the payer wrote fits one account well.</summary>
    public const string Likely = "likely";

    /// <summary>Nothing is certain enough: it becomes unidentified cash.</summary>
    public const string None = "none";

    /// <summary>It is of a legal entity the person may not see.</summary>
    public const string Foreign = "foreign";

    /// <summary>From this score on a proposal is taken without asking.</summary>
    public const int LikelyScore = 80;

    private const int ExactScore = 100;

    /// <summary>The account it will be posted to; null for unidentified cash.</summary>
    public string? AccountId { get; set; }

    /// <summary>How well the account it will be posted to fits, 0 to 100.</summary>
    public int Score => Kind == Exact
        ? ExactScore
        : Proposals.FirstOrDefault(one => one.AccountId == AccountId)?.Score ?? 0;

    /// <summary>Takes the best proposal if it fits that well, and else leaves the money for later.</summary>
    public void Accept(int score)
    {
        if (Kind is Likely or None)
            AccountId = Proposals is [{ } best, ..] && best.Score >= score ? best.AccountId : null;
    }

    /// <summary>Why it fits, in words.</summary>
    public string Reason => Kind switch
    {
        Exact => "names the account",
        Foreign => "is of another legal entity",
        _ => Proposals.FirstOrDefault(one => one.AccountId == AccountId) is { } proposal
            ? string.Join(", ", proposal.Reasons)
            : "",
    };
}
