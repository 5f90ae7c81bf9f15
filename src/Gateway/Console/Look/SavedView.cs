namespace BillingActors.Gateway.Console.Look;

/// <summary>Filters, order and columns of a list that a person keeps by a name.</summary>
/// <param name="Name">What the person calls it.</param>
/// <param name="Address">Filters, order and columns, as an address writes them.</param>
public sealed record SavedView(string Name, string Address);
