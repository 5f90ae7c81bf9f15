namespace BillingActors.Gateway.Console.Access;

/// <summary>Names of the ways into the console; none of them opens the API.</summary>
internal static class ConsoleScheme
{
    /// <summary>The session's cookie.</summary>
    public const string Session = "console";

    /// <summary>The issuer of identities.</summary>
    public const string OpenId = "console-openid";

    /// <summary>What any page needs: somebody who is logged in.</summary>
    public const string AnyUser = "console";

    /// <summary>Policy of the console for a permission of the API.</summary>
    public static string PolicyOf(string permission) => "console:" + permission;
}
