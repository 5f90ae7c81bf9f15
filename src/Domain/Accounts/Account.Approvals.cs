using System.Collections.Immutable;
using BillingActors.Domain.Approvals;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>Actions that wait for a second person, and what people moved by hand today.</summary>
public sealed partial record Account
{
    /// <summary>How many decided requests are remembered.</summary>
    public const int DecidedCountMax = 32;

    /// <summary>Actions that wait, oldest first.</summary>
    public ImmutableArray<PendingAction> Requests { get; init; } = [];

    /// <summary>Ids of the requests decided last.</summary>
    public ImmutableArray<string> Decided { get; init; } = [];

    /// <summary>How many documents of requests are remembered; those of requests that wait always are.</summary>
    public const int RequestDocumentCountMax = 200;

    /// <summary>Documents of requests, of those that were decided as well, oldest first.</summary>
    public ImmutableArray<RequestDocument> RequestDocuments { get; init; } = [];

    /// <summary>What people moved by hand on the newest day there is.</summary>
    public ImmutableArray<HandSum> HandSums { get; init; } = [];

    /// <summary>When somebody agreed to a request last; null: nobody did.</summary>
    public HandDay? HandDay { get; init; }

    /// <summary>Ids of the documents of a request, in the order in which they came.</summary>
    public IEnumerable<string> DocumentsOf(string requestId) =>
        RequestDocuments.Where(document => document.RequestId == requestId).Select(document => document.Id);

    /// <summary>What a person moved by an action on a day, in minor units.</summary>
    public long MovedByHand(string personId, string action, LocalDate on) =>
        HandSums.Where(sum => sum.On == on && sum.PersonId == personId && sum.Action == action).Sum(sum => sum.Minor);
}
