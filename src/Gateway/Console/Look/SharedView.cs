namespace BillingActors.Gateway.Console.Look;

/// <summary>Filters, order and columns of a list that a person keeps for everybody.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Filters, order and columns, as an address writes them.</param>
/// <param name="OwnerId">Who shares it and may take it back.</param>
public sealed record SharedView(string Name, string Address, string OwnerId);
