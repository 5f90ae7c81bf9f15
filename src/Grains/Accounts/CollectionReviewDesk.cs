using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Accounts;
using NodaTime;

namespace BillingActors.Grains.Accounts;

/// <summary>What the accounts of a legal entity are looked at by on one day.</summary>
internal sealed record CollectionReviewDesk(
    ImmutableArray<DunningPolicy> Dunning,
    DisputePolicy Disputes,
    DepositPolicy Deposits,
    DateTimeOffset Now,
    LocalDate Today)
{
    /// <summary>
    /// The command that looks at an account as it stands; null where it is not to be looked at yet. The version is part
    /// of the id: what was reviewed is not reviewed again, what came up since then is.
    /// </summary>
    public CommandEnvelope? CommandFor(LoadedAccount account)
    {
        if (account.State.ReviewOn is not { } due || Today < due)
            return null;
        var id = $"review-{Today:uuuu-MM-dd}-{account.Version}";
        return new CommandEnvelope(id, "job", "collection", "scheduler", Now);
    }

    /// <summary>What a look finds and does.</summary>
    public Decision<AccountEvent> Decide(Account account)
    {
        var file = account.Collected;
        var policy = DunningPolicy.Choose(Dunning, file.Segment, file.Jurisdiction);
        return CollectionReview.Decide(account, new ReviewPolicies(policy, Disputes, Deposits), Today);
    }

    /// <summary>The hash of such a command's content.</summary>
    public static string HashOf(CommandEnvelope command) => RequestHash.Of("review-collection", command.CommandId);
}
