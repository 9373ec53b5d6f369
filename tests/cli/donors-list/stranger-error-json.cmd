printf '{"error":{"code":404,"message":"Not Found"}}' | donors-list
