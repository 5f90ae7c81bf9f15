namespace BillingActors.Gateway.Console.Look;

/// <summary>Filters of a list that a person keeps by a name.</summary>
/// <param name="Name">What the person calls it.</param>
/// <param name="Address">The filters, as an address writes them.</param>
public sealed record SavedView(string Name, string Address);
