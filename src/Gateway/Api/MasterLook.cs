using BillingActors.Gateway.Auth;

namespace BillingActors.Gateway.Api;

/// <summary>A master record a path names, to look at; the kind stands on the endpoint.</summary>
internal sealed record MasterLook(string Id, Caller Caller, IGrainFactory Grains, HttpContext Http)
{
    /// <summary>Kind of the record.</summary>
    public string Kind => Http.GetEndpoint()!.Metadata.GetRequiredMetadata<Mark>().Kind;

    /// <summary>Kind and id.</summary>
    public (string Kind, string Id) Record => (Kind, Id);

    /// <summary>Says on an endpoint which kind it serves.</summary>
    internal sealed record Mark(string Kind);
}
