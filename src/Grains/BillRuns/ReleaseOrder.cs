using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Grains.BillRuns;

/// <summary>Under which date and in whose name a page is issued.</summary>
/// <param name="IssueOn">Document date.</param>
/// <param name="Context">Envelope of the events.</param>
internal sealed record ReleaseOrder(LocalDate IssueOn, CommandContext Context);
