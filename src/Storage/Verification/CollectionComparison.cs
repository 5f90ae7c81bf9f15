using BillingActors.Domain.Accounts;
using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Verification;

/// <summary>Rows of disputes and collection of an account, and its due work, against the fold of its events.</summary>
internal static class CollectionComparison
{
    public static void Check(AccountBooks books, Account state, Findings findings)
    {
        findings.Count(Rule.Disputes, books.Disputes.Count);
        var disputes = state.Disputes.Select(StoredDispute.Of).ToList();
        if (Difference.OfRows(books.Disputes, disputes) is { } dispute)
            findings.Add(Rule.Disputes, books.Key, dispute);
        findings.Count(Rule.Collections, books.Collections.Count);
        List<StoredCollection> collections = StoredCollection.Of(state) is { } row ? [row] : [];
        if (Difference.OfRows(books.Collections, collections) is { } collection)
            findings.Add(Rule.Collections, books.Key, collection);
        findings.Count(Rule.DueWork, books.Reviews.Count);
        List<ReviewRow> reviews =
        [
            .. DueReview.Of(state).Where(review => review.On is not null)
                .Select(review => new ReviewRow(review.Kind, DueReview.At(review.On!.Value))),
        ];
        if (DueTransfer.Of(state) is { } due)
            reviews.Add(new ReviewRow("transfer", due));
        if (Difference.OfRows(books.Reviews, reviews) is { } review)
            findings.Add(Rule.DueWork, books.Key, review);
    }
}
