namespace BillingActors.Gateway.Http;

/// <summary>Marks an endpoint whose body is a file, with the limit of files.</summary>
internal sealed record FileBody;
