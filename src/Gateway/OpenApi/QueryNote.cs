namespace BillingActors.Gateway.OpenApi;

/// <summary>A query parameter an endpoint reads.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">string or integer.</param>
/// <param name="Text">What it says.</param>
internal sealed record QueryNote(string Name, string Type, string Text);
