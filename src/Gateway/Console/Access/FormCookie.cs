namespace BillingActors.Gateway.Console.Access;

/// <summary>
/// The cookie of forms. Outside development it is for this host and https alone, as that of the session: also where
/// something in front ended TLS, and the request does not say so.
/// </summary>
internal sealed class FormCookie : CookieBuilder
{
    private const string SecureName = "__Host-billing-form";

    // A browser would drop a secure cookie on a loopback address without a certificate.
    private const string DevelopmentName = "billing-form";

    private readonly bool _isSecure;

    public FormCookie(bool isSecure)
    {
        _isSecure = isSecure;
        Name = isSecure ? SecureName : DevelopmentName;
        Path = "/";
        HttpOnly = true;
        IsEssential = true;
        SameSite = SameSiteMode.Strict;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure |= _isSecure;
        return options;
    }
}
