using BillingActors.Grains.Interfaces.Keys;

namespace BillingActors.Gateway.Auth;

/// <summary>A key that was just made, with its text: nobody will ever see it again.</summary>
/// <param name="Key">The key as it is listed from now on.</param>
/// <param name="Text">What the caller sends as bearer credential.</param>
public sealed record IssuedKey(ApiKeyView Key, string Text);
