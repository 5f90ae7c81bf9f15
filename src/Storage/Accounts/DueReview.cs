using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Storage.Accounts;

/// <summary>The due work of an account: what of it is looked at next, and on which day.</summary>
/// <param name="Kind">Kind of the due work.</param>
/// <param name="On">The day; null where nothing waits.</param>
internal readonly record struct DueReview(string Kind, LocalDate? On)
{
    /// <summary>Kinds of due work that accounts have.</summary>
    public const string Kinds = "'collection', 'budget', 'collective', 'retry', 'transfer'";

    /// <summary>All reviews of an account, in a fixed order.</summary>
    public static ImmutableArray<DueReview> Of(Account account) =>
    [
        new("collection", account.ReviewOn), new("budget", account.BudgetOn), new("collective", account.CollectiveOn),
        new("retry", account.RetryOn),
    ];

    /// <summary>What is looked at on another day than before, or no longer.</summary>
    public static IEnumerable<DueReview> Moved(Account before, Account after)
    {
        var (old, now) = (Of(before), Of(after));
        for (var i = 0; i < now.Length; i++)
        {
            if (now[i] != old[i])
                yield return now[i];
        }
    }

    /// <summary>Noon in UTC: by then the day has begun in every time zone, and none has seen it end.</summary>
    public static Instant At(LocalDate day) => day.At(new LocalTime(12, 0)).InUtc().ToInstant();
}
