using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;

namespace BillingActors.Gateway.Api;

/// <summary>A master record a path names, and what a call wants to do to it.</summary>
internal sealed record MasterRoute(
    string Id, DateOnly? ValidFrom, Command Command, Precondition Precondition, IGrainFactory Grains, HttpContext Http)
{
    /// <summary>Who calls.</summary>
    public Caller Caller => Command.Caller;

    /// <summary>From which day the new version holds; today, if nothing is said.</summary>
    public DateOnly HoldsFrom => ValidFrom ?? DateOnly.FromDateTime(Command.Envelope.At.UtcDateTime);
}
