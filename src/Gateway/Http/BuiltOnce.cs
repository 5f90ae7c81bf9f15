using Microsoft.Extensions.Primitives;

namespace BillingActors.Gateway.Http;

/// <summary>
/// Endpoints that are built when first asked for and then kept until their source says that they changed. The framework
/// asks more than once (routing, authorization, the description of the API), and its sources build all anew each time:
/// with hundreds of endpoints a quarter of a start is code for the second set.
/// </summary>
internal sealed class BuiltOnce(EndpointDataSource source) : EndpointDataSource
{
    private readonly Lock _building = new();
    private IReadOnlyList<Endpoint>? _endpoints;
    private IChangeToken? _change;

    /// <inheritdoc />
    public override IReadOnlyList<Endpoint> Endpoints
    {
        get
        {
            lock (_building)
            {
                if (_endpoints is not null && _change is { HasChanged: false })
                    return _endpoints;
                _change = source.GetChangeToken();
                return _endpoints = source.Endpoints;
            }
        }
    }

    /// <inheritdoc />
    public override IChangeToken GetChangeToken() => source.GetChangeToken();

    /// <summary>All that is mapped so far is built once; what is mapped afterwards is not touched.</summary>
    public static void Everything(IEndpointRouteBuilder routes)
    {
        BuiltOnce[] sources = [.. routes.DataSources.Select(source => source as BuiltOnce ?? new BuiltOnce(source))];
        routes.DataSources.Clear();
        foreach (var source in sources)
            routes.DataSources.Add(source);
    }
}
