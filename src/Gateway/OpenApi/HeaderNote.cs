namespace BillingActors.Gateway.OpenApi;

/// <summary>A header an endpoint reads.</summary>
/// <param name="Name">Name.</param>
/// <param name="IsRequired">Whether the call is refused without it.</param>
/// <param name="Text">What it says.</param>
internal sealed record HeaderNote(string Name, bool IsRequired, string Text);
