namespace BillingActors.Survival.Faults;

/// <summary>The gateway is killed and started again.</summary>
internal sealed class GatewayKilled : IFault
{
    public string Name => "gateway-kill";

    public string? Obstacle(Arena arena) => null;

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        var gateway = arena.Cluster.Gateway;
        await gateway.Kill();
        await gateway.Start();
        await gateway.UntilReady(cancellation);
        return Blow.Mended(gateway.Name);
    }
}
