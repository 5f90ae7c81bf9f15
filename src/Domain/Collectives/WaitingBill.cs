using System.Collections.Immutable;
using BillingActors.Domain.Invoicing;

namespace BillingActors.Domain.Collectives;

/// <summary>The bill of a child that waits for its parent's collective bill.</summary>
/// <param name="Line">The line it becomes.</param>
/// <param name="Taxes">Its taxes.</param>
public sealed record WaitingBill(ChildBill Line, ImmutableArray<TaxShare> Taxes);
