#include "model/response.h"

namespace vitrine {

bool Recommendation::is_open() const { return vitrine::is_open(status); }

bool Recommendation::is_overdue(Date today) const { return is_open() && due && *due < today; }

bool Response::is_public(Instant now) const {
    if (status == Status::draft) return false;
    return !embargo_until || uk_instant(*embargo_until) <= now;
}

}  // namespace vitrine
